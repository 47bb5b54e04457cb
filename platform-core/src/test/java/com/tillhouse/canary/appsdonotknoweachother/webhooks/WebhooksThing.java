package com.tillhouse.canary.appsdonotknoweachother.webhooks;

public interface WebhooksThing {}
