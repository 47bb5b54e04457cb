@NullMarked
package com.tillhouse.core.mail;

import org.jspecify.annotations.NullMarked;
