/** Where second factors are kept. They belong to a person, so to no tenant. */
@NullMarked
package com.tillhouse.core.factor.port;

import org.jspecify.annotations.NullMarked;
