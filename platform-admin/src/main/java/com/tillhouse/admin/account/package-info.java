/** What people do about their own sign-in: accept invitations, choose passwords, see where they are signed in. */
@NullMarked
package com.tillhouse.admin.account;

import org.jspecify.annotations.NullMarked;
