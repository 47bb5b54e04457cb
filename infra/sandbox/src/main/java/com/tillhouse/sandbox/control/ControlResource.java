package com.tillhouse.sandbox.control;

/** One part of the control API, by the first segment of its path. */
@FunctionalInterface
interface ControlResource {

    /**
     * The JSON to answer with.
     *
     * @throws ControlProblemException if the call can't be done
     */
    Object answer(ControlCall call);
}
