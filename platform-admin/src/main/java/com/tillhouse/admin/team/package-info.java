/** Who is in a tenant's team, who was asked to join, and what owners change about that. */
@NullMarked
package com.tillhouse.admin.team;

import org.jspecify.annotations.NullMarked;
