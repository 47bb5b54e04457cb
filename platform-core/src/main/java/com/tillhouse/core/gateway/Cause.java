package com.tillhouse.core.gateway;

/** Who brought the news that moved an object. */
public enum Cause {
    API,
    NOTIFICATION,
    INQUIRY,
    REPORT,
    OPERATOR
}
