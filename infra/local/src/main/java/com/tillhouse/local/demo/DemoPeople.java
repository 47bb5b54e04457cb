package com.tillhouse.local.demo;

import java.util.List;

/** Who is on a local platform after its first start: one operator, and the demo merchants. */
public record DemoPeople(SignIn operator, List<DemoTenant> tenants) {}
