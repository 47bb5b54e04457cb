/** Proposals and approvals in the admin app. */
@NullMarked
package com.tillhouse.admin.approval;

import org.jspecify.annotations.NullMarked;
