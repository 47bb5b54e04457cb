package com.tillhouse.canary.insideknowsonlythejdkanditself.core.checkout.port;

import java.sql.Connection;

interface WrongPort {
    void use(Connection connection);
}
