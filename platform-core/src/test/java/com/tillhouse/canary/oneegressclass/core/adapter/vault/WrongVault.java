package com.tillhouse.canary.oneegressclass.core.adapter.vault;

import org.apache.hc.client5.http.classic.HttpClient;

interface WrongVault {
    HttpClient client();
}
