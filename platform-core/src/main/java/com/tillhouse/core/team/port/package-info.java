/** What teams need from outside. */
@NullMarked
package com.tillhouse.core.team.port;

import org.jspecify.annotations.NullMarked;
