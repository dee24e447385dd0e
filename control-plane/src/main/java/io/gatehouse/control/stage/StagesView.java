// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.util.List;

/** The stages of an API; never paged. Source: API reference, "Stages". */
public record StagesView(List<StageView> item) {}
