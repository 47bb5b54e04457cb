package com.tillhouse.core.shared;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer to the field, in the API's names
 * @param code stable, snake_case
 * @param detail a sentence that says what is wrong and what would be right
 */
public record Violation(String pointer, String code, String detail) {}
