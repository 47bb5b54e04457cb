package com.tillhouse.core.shared;

/** There is no such object of this tenant; the same words whether it never was or belongs to somebody else. */
public final class NotFoundException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("not_found", "There is no such object. Check the id and the mode of your token.");
    }
}
