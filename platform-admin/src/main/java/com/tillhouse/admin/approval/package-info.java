/** What waits for a second member, and whether a business wants two. */
@NullMarked
package com.tillhouse.admin.approval;

import org.jspecify.annotations.NullMarked;
