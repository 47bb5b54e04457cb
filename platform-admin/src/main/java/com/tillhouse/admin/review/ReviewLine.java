package com.tillhouse.admin.review;

/**
 * What waits, as one line of the list.
 *
 * @param payment the payment whose page shows it
 * @param order the merchant's own number of the order
 */
record ReviewLine(Matter matter, String payment, String order) {}
