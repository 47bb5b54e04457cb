package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.shared.PlatformException;

/** A capture that was refused before Antom was asked, with the figures that say why. */
public final class CaptureNotPossibleException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient CaptureFigures figures;

    CaptureNotPossibleException(String code, String detail, CaptureFigures figures) {
        super(code, detail);
        this.figures = figures;
    }

    /** Authorised, captured, on its way and what is left. */
    public CaptureFigures figures() {
        return figures;
    }
}
