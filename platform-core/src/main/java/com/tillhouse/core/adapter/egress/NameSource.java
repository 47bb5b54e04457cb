package com.tillhouse.core.adapter.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where names become addresses: the system's resolver, or a scripted one in tests. */
@FunctionalInterface
interface NameSource {

    /** All addresses of a host; at least one. */
    InetAddress[] addressesOf(String host) throws UnknownHostException;
}
