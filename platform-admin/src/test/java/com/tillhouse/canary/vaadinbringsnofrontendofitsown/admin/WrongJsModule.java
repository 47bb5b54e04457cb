package com.tillhouse.canary.vaadinbringsnofrontendofitsown.admin;

import com.vaadin.flow.component.dependency.JsModule;

@JsModule("./x.js")
class WrongJsModule {}
