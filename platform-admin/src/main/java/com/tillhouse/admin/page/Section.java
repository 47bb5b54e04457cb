package com.tillhouse.admin.page;

/** The parts of a tenant's app, in the order of the navigation. */
enum Section {
    PAYMENTS("payments", "Payments"),
    SESSIONS("sessions", "Checkout sessions"),
    REVIEW("review", "Needs review"),
    APPROVALS("approvals", "Approvals"),
    TEAM("team", "Team"),
    AUDIT("audit", "Audit trail"),
    OPERATORS("operators", "Operator access"),
    KEYS("keys", "Keys"),
    SETTINGS("settings", "Settings");

    private final String path;
    private final String title;

    Section(String path, String title) {
        this.path = path;
        this.title = title;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }
}
