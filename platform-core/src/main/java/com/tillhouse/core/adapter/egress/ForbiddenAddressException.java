package com.tillhouse.core.adapter.egress;

import java.net.UnknownHostException;

/** A host leads to an address that is not in the open internet. Does not say to which. */
final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " leads to an address that is not in the open internet");
    }
}
