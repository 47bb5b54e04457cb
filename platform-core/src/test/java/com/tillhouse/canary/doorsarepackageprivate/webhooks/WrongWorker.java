package com.tillhouse.canary.doorsarepackageprivate.webhooks;

public final class WrongWorker {}
