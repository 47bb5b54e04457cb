package com.tillhouse.core.config;

/** What is done to a database before any app starts; for installers such as the local platform, never for an app. */
public final class DatabaseSetUp {

    private DatabaseSetUp() {}

    /** An installer that gives the roles these passwords. */
    public static DatabaseInstaller installer(String ownerPassword, String appPassword) {
        return new DatabaseInstaller(ownerPassword, appPassword);
    }
}
