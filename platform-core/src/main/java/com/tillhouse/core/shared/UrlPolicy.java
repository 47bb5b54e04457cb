package com.tillhouse.core.shared;

import java.util.Optional;

/** Which URLs of merchants we are willing to call. */
public interface UrlPolicy {

    /** Why this URL can't be called, judged by how it is written; asks nobody. Empty when it can. */
    Optional<Refusal> refusalOfForm(String url);

    /** As {@link #refusalOfForm}, and also by where its host leads right now. Asks DNS, so never inside a unit of work. */
    Optional<Refusal> refusal(String url);

    /**
     * Why not.
     *
     * @param code stable, snake_case
     * @param detail a sentence that says what is wrong and what would be right
     */
    record Refusal(String code, String detail) {}
}
