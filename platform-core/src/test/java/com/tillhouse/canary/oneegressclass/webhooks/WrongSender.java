package com.tillhouse.canary.oneegressclass.webhooks;

import java.net.HttpURLConnection;

interface WrongSender {
    HttpURLConnection connection();
}
