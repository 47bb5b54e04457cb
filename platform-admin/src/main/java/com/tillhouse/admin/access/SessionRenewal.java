package com.tillhouse.admin.access;

import jakarta.servlet.http.HttpServletRequest;

/** Lets the request's session go on under another id, so that one that somebody else knows is worth nothing. */
@FunctionalInterface
interface SessionRenewal {
    void renew(HttpServletRequest request);
}
