package com.tillhouse.core.gatewaykey.usecase;

import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gatewaykey.port.GatewayKeyStore;
import com.tillhouse.core.shared.SecretVault;

/** Where accounts, their keys and secrets are kept: what every act upon keys needs. */
public record GatewayKeyPorts(GatewayAccountRepository accounts, GatewayKeyStore keys, SecretVault vault) {}
