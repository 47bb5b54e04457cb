package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.InvalidRequestException;
import java.util.Map;

/** Reads the text of a key set. */
public interface KeySetMapper {

    /**
     * The text as JSON object: its members are texts, numbers, lists and maps.
     *
     * @throws InvalidRequestException when it is no JSON object, or names a member twice
     */
    Map<String, Object> read(String text);
}
