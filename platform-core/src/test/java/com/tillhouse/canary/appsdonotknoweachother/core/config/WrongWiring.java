package com.tillhouse.canary.appsdonotknoweachother.core.config;

import com.tillhouse.canary.appsdonotknoweachother.webhooks.WebhooksThing;

interface WrongWiring {
    WebhooksThing thing();
}
