package com.tillhouse.canary.thesdkstaysinitsadapter.api;

import com.alibaba.fastjson.JSONObject;

interface WrongDoor {
    JSONObject body();
}
