@NullMarked
package com.tillhouse.admin.team;

import org.jspecify.annotations.NullMarked;
