package com.tillhouse.core.adapter.egress;

import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.webhook.port.WebhookSender;
import java.net.InetAddress;

/** The way out, put together once: one guard behind the URL check and behind every connection. */
public final class Egress implements AutoCloseable {
    private final EgressUrlPolicy urls;
    private final EgressClient client;

    public Egress(EgressSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Egress(EgressSettings settings, NameSource names) {
        LocalHosts local = new LocalHosts(settings.allowLocal());
        AddressPolicy addresses = new AddressPolicy(
                settings.deniedRanges().stream().map(AddressRange::parse).toList());
        GuardingResolver resolver = new GuardingResolver(names, addresses, local);
        this.urls = new EgressUrlPolicy(resolver, local);
        this.client = new EgressClient(settings, resolver);
    }

    /** Judges URLs before they are kept. */
    public UrlPolicy urlPolicy() {
        return urls;
    }

    /** Sends webhooks; judges the URL again each time. */
    public WebhookSender webhookSender() {
        return new EgressWebhookSender(client, urls);
    }

    @Override
    public void close() {
        client.close();
    }
}
