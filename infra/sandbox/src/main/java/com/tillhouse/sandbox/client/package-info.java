/** Merchants known to the sandbox, with their keys and Antom's key for each. */
@NullMarked
package com.tillhouse.sandbox.client;

import org.jspecify.annotations.NullMarked;
