/** The rules that hold the house together, and the proof that each of them bites; shared with every module's tests. */
@NullMarked
package com.tillhouse.architecture;

import org.jspecify.annotations.NullMarked;
