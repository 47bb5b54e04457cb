@NullMarked
package com.tillhouse.core.team;

import org.jspecify.annotations.NullMarked;
