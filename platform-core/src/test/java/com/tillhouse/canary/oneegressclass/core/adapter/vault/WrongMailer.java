package com.tillhouse.canary.oneegressclass.core.adapter.vault;

import jakarta.mail.Transport;

interface WrongMailer {
    Transport transport();
}
