package com.tillhouse.canary.vaadinbringsnofrontendofitsown.admin;

import com.vaadin.flow.component.dependency.JavaScript;

@JavaScript("./x.js")
class WrongJavaScript {}
