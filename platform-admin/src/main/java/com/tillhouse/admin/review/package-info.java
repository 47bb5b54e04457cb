/** What needs a person's look: the list, the reason on an object's page, the decision, and what was decided before. */
@NullMarked
package com.tillhouse.admin.review;

import org.jspecify.annotations.NullMarked;
