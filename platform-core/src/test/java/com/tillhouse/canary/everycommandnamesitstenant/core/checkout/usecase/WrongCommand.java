package com.tillhouse.canary.everycommandnamesitstenant.core.checkout.usecase;

record WrongCommand(String sessionId) {}
