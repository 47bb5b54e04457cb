package com.tillhouse.local;

/**
 * The database of the platform, ready for the apps.
 *
 * @param url JDBC address
 */
public record Database(String url, String ownerPassword, String appPassword) {
    @Override
    public String toString() {
        return url;
    }
}
