/** Who is in a team and who was asked to join. */
@NullMarked
package com.tillhouse.core.team.domain;

import org.jspecify.annotations.NullMarked;
