package com.tillhouse.core.capture.domain;

/** What a capture is. */
public enum CaptureStatus {
    /** The amount is spoken for; the result is not known. */
    PROCESSING,
    SUCCEEDED,
    FAILED
}
