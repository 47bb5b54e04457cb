package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.config.TillhouseCore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The whole core as an app would have it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TillhouseCore.class)
class KeysTestApp {}
