package com.tillhouse.core.mail.domain;

/** How far a mail came. */
public enum MailStatus {
    /** To be sent, or tried again. */
    WAITING,
    /** A mail server took it. */
    SENT,
    /** Given up. */
    FAILED,
    /** Never meant to be sent. */
    DROPPED
}
