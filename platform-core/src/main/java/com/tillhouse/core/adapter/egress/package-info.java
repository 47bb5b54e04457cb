/** The only way out to servers that merchants name: every URL and every address is checked, at every connect. */
@NullMarked
package com.tillhouse.core.adapter.egress;

import org.jspecify.annotations.NullMarked;
