package com.tillhouse.canary.appsdonotknoweachother.sandbox;

import com.tillhouse.canary.appsdonotknoweachother.core.shared.Amount;

interface WrongSandbox {
    Amount amount();
}
