{{/* The release's name, with the chart's in it. Room is left for the longest ending, `-house-sign-in`. */}}
{{- define "overture.name" -}}
{{- $name := .Release.Name -}}
{{- if not (contains .Chart.Name $name) }}{{ $name = printf "%s-%s" $name .Chart.Name }}{{ end -}}
{{- $name | trunc 48 | trimSuffix "-" -}}
{{- end -}}

{{/* By these the nodes are found. */}}
{{- define "overture.nodes" -}}
app.kubernetes.io/name: overture
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: node
{{- end -}}

{{- define "overture.labels" -}}
app.kubernetes.io/name: overture
app.kubernetes.io/part-of: overture
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Metadata of one object: (list $ ENDING [MORE LABELS]). */}}
{{- define "overture.metadata" -}}
{{- $root := first . -}}
name: {{ include "overture.name" $root }}{{ index . 1 }}
namespace: {{ $root.Release.Namespace }}
labels:
  {{- include "overture.labels" $root | nindent 2 }}
  {{- range $name, $value := (index (append . dict) 2) }}
  {{ $name }}: {{ $value | quote }}
  {{- end }}
{{- end -}}

{{- define "overture.image" -}}
{{- $image := .Values.image -}}
{{- if $image.digest -}}
{{ $image.repository }}@{{ $image.digest }}
{{- else -}}
{{ $image.repository }}:{{ $image.tag | default (printf "%s%s" .Chart.AppVersion (ternary "-jvm" "" (eq .Values.runtime "jvm"))) }}
{{- end -}}
{{- end -}}

{{- define "overture.memory" -}}
{{- .Values.resources.memory | default (ternary "1536Mi" "1Gi" (eq .Values.runtime "jvm")) -}}
{{- end -}}

{{- define "overture.priorityClass" -}}
{{- .Values.priorityClass.name | default (include "overture.name" .) -}}
{{- end -}}

{{/* 1 while an autoscaler decides how many nodes there are. */}}
{{- define "overture.autoscaled" -}}
{{- if ne .Values.autoscaling.by "none" }}1{{ end -}}
{{- end -}}

{{/* 1 when Redis' certificate is judged by an authority of ours. */}}
{{- define "overture.redisByOurAuthority" -}}
{{- if and (hasPrefix "rediss://" (first .Values.redis.hosts)) .Values.redis.caSecret.name }}1{{ end -}}
{{- end -}}
