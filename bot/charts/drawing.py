"""Any chart → PNG, in the process that calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.charts import look
from bot.charts.burn_up import BurnUpChart, lay_burn_up
from bot.charts.change import ChangeChart, lay_change
from bot.charts.dynamics import DynamicsChart, lay_dynamics
from bot.charts.gantt import GanttChart, lay_gantt
from bot.charts.heat_map import HeatChart, lay_heat_map
from bot.charts.progress import ProgressChart, lay_progress
from bot.charts.radar import RadarChart, lay_radar
from bot.charts.risk_profile import RiskChart, lay_risk_profile
from bot.charts.shares import ShareChart, lay_shares

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

Chart = (
    BurnUpChart
    | ChangeChart
    | DynamicsChart
    | GanttChart
    | HeatChart
    | ProgressChart
    | RadarChart
    | RiskChart
    | ShareChart
)
# Each puts its chart on the canvas and returns the height it took.
LAYOUTS: Mapping[type[Chart], Callable[[Canvas, Any], float]] = {
    BurnUpChart: lay_burn_up,
    ChangeChart: lay_change,
    DynamicsChart: lay_dynamics,
    GanttChart: lay_gantt,
    HeatChart: lay_heat_map,
    ProgressChart: lay_progress,
    RadarChart: lay_radar,
    RiskChart: lay_risk_profile,
    ShareChart: lay_shares,
}


def draw_chart(chart: Chart, *, dark: bool = False) -> bytes:
    """PNG, 1080 pixels wide, as high as its rows need; the same chart gives the same bytes."""
    from bot.charts.canvas import Canvas

    canvas = Canvas(look.DARK if dark else look.LIGHT)
    return canvas.png(LAYOUTS[type(chart)](canvas, chart))
