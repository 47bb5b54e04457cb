package com.tillhouse.local.demo;

/** How a person signs in to the admin app. */
public record SignIn(String email, String password) {
    @Override
    public String toString() {
        return email;
    }
}
