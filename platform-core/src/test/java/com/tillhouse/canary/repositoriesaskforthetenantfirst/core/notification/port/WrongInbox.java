package com.tillhouse.canary.repositoriesaskforthetenantfirst.core.notification.port;

interface WrongInbox {
    default void keep(byte[] body) {}
}
