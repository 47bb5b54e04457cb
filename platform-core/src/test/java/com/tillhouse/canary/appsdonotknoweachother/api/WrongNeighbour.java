package com.tillhouse.canary.appsdonotknoweachother.api;

import com.tillhouse.canary.appsdonotknoweachother.webhooks.WebhooksThing;

interface WrongNeighbour {
    WebhooksThing thing();
}
