package com.tillhouse.canary.oneegressclass.core.adapter.antom;

import java.net.http.HttpClient;

interface WrongSecondTransport {
    HttpClient client();
}
