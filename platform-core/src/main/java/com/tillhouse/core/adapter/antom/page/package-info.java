/** Our session and order in the words of Antom's createPaymentSession, and its answers to questions about a payment. */
@NullMarked
package com.tillhouse.core.adapter.antom.page;

import org.jspecify.annotations.NullMarked;
