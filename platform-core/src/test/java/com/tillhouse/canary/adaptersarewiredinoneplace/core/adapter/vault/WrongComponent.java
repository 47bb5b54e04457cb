package com.tillhouse.canary.adaptersarewiredinoneplace.core.adapter.vault;

import org.springframework.stereotype.Component;

@Component
final class WrongComponent {}
