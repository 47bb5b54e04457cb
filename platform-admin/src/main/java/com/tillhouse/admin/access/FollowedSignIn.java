package com.tillhouse.admin.access;

import java.io.Serializable;

/**
 * What a browser session knows of its own sign-in.
 *
 * @param id as the database knows it
 * @param personId whose it is
 */
record FollowedSignIn(String id, String personId) implements Serializable {
    /** Where it lies in the session. */
    static final String ATTRIBUTE = "tillhouse.sign-in";
}
