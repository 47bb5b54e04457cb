/** The embedded web server with its self-made certificate. */
@NullMarked
package com.tillhouse.sandbox.server;

import org.jspecify.annotations.NullMarked;
